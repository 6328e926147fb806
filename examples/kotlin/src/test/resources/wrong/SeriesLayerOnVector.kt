// error: unresolved reference 'lstm' on receiver of type 'VectorStage'.
import io.tenon.dsl.Networks

val network = Networks.sequential("digits").image(8, 8, 1).flatten().lstm(32)
