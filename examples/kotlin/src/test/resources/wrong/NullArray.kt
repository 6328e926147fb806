// error: null cannot be a value of a non-null type 'INDArray'.
import io.tenon.examples.kotlin.DigitsCnnModel

fun predict(model: DigitsCnnModel) = model.predict(null)
