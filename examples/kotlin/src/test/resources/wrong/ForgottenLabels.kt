// error: argument type mismatch: actual type is 'DigitsCnnModel.NeedsDigit', but 'DigitsCnnModel.Samples' was expected.
import io.tenon.examples.kotlin.DigitsCnnModel
import org.nd4j.linalg.api.ndarray.INDArray

fun train(model: DigitsCnnModel, pictures: INDArray) =
  model.fit(DigitsCnnModel.samples().picture(pictures))
