// error: unresolved reference 'digit' on receiver of type 'DigitsCnnModel.NeedsPicture'.
import io.tenon.examples.kotlin.DigitsCnnModel
import org.nd4j.linalg.api.ndarray.INDArray

fun samples(digits: INDArray) = DigitsCnnModel.samples().digit(digits)
