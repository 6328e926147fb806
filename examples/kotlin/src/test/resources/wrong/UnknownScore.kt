// error: unresolved reference 'precision' on receiver of type 'DigitsCnnModel.Scores'.
import io.tenon.examples.kotlin.DigitsCnnModel

fun precision(scores: DigitsCnnModel.Scores) = scores.precision
