package example;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.LSTM;

@Model interface Words {
  @Input("100") Tokens words();
  @LSTM(units = 8) Vector meaning(Tokens words);
  @Output(loss = BINARY_CROSSENTROPY) @Dense(units = 1, activation = SIGMOID) Vector good(Vector meaning);
}
