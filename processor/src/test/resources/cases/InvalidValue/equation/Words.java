package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.layer.EinsumDense;

@Model
interface Words {
  @Input("20 8") Series words();
  @EinsumDense(equation = "abc,cd->abe", outputShape = {-1, 4}) Series mixed(Series words);
  @Output @EinsumDense(equation = "abc,cd->abd", outputShape = {10, 4}) Series shorter(Series words);
}
