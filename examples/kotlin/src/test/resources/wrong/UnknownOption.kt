// error: unresolved reference 'filters' on receiver of type 'DenseOptions'.
import io.tenon.dsl.Networks

val network = Networks.sequential("digits").vector(64).dense(10) { it.filters(3) }
