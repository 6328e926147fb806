// error: VectorStage(Draft,String,TensorType) is not public in VectorStage; cannot be accessed from outside package
import io.tenon.dsl.VectorStage;

class StageMadeByHand {
  Object stage() {
    return new VectorStage(null, "x", null);
  }
}
