// error: unresolved reference 'edgse' on receiver of type 'DigitsCnnModel'.
import io.tenon.examples.kotlin.DigitsCnnModel

fun edges(model: DigitsCnnModel) = model.edgse()
