// error: no value passed for parameter 'units'.
import io.tenon.dsl.Networks

val network = Networks.sequential("digits").vector(64).dense()
