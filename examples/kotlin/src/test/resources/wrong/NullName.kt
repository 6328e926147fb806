// error: null cannot be a value of a non-null type 'String'.
import io.tenon.dsl.Networks

val network = Networks.sequential(null)
