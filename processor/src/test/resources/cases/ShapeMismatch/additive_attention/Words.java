package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.layer.AdditiveAttention;

@Model
interface Words {
  @Input("20 8") Series question();
  @Input("30 6") Series facts();
  @Output @AdditiveAttention Series found(Series question, Series facts);
}
