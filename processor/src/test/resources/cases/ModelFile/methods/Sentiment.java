package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Vector;

@Model(from = "sentiment.keras")
interface Sentiment {
  @Input("4")
  Vector words();
}
