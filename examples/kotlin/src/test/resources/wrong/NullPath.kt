// error: null cannot be a value of a non-null type 'Path'.
import io.tenon.examples.kotlin.DigitsCnnModel

fun save(model: DigitsCnnModel) = model.save(null)
