// error: unresolved reference 'conv2D' on receiver of type 'SeriesStage'.
import io.tenon.dsl.Networks

val network = Networks.sequential("words").series(20, 8).conv2D(16, 3)
