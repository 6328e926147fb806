package own;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.optimizer.Optimizers.sgd;

import io.tenon.dsl.Networks;
import io.tenon.dsl.VectorStage;
import io.tenon.examples.own.Gain;
import io.tenon.network.Network;
import io.tenon.training.Verbosity;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Trains, saves and loads a model with a layer of its own; tells what came out by names. */
public final class UseThermometers {
  private static final INDArray VOLTAGES =
      Nd4j.create(new float[] {1, 2, 3, -1, 0, 2, 4, 1, -2, 0.5f, -3, 1}, 4, 3);
  private static final INDArray DEGREES =
      VOLTAGES.mulRowVector(Nd4j.create(new float[] {2, -1, 3}, 1, 3));

  private UseThermometers() {}

  /** What each of the ways gives. */
  public static Map<String, Object> run(Path folder) throws Exception {
    Map<String, Object> found = new LinkedHashMap<>();
    Path file = folder.resolve("thermometers.keras");
    try (ThermometersModel model = ThermometersModel.builder().optimizer(sgd(0.1)).seed(1).build()) {
      found.put("before", model.degrees().weights().get(0).dup());
      model.fit(
          ThermometersModel.samples().voltages(VOLTAGES).degrees(DEGREES),
          fit -> fit.epochs(200).batchSize(3).verbose(Verbosity.SILENT));
      found.put("gain", model.degrees().weights().get(0).dup());
      found.put("predicted", model.predict(VOLTAGES));
      model.save(file);
      found.put("interface", model.network().toInterface("Thermometers"));
    }
    try (ThermometersModel again = ThermometersModel.load(file)) {
      found.put("typed", again.predict(VOLTAGES));
    }
    try (Network any = Network.load(file, load -> load.layer("Gain", Gain.Spec.class))) {
      found.put("by name", any.predict(VOLTAGES)[0]);
      found.put("spec", any.graph().node("degrees").spec());
    }
    try {
      Network.load(file).close();
    } catch (RuntimeException e) {
      found.put("unregistered", e.getMessage());
    }
    try (RoomsModel rooms = RoomsModel.builder().optimizer(sgd(0.1)).seed(1).build()) {
      rooms.save(file);
      INDArray hours = VOLTAGES.reshape(2, 2, 3);
      found.put("hours", hours);
      found.put("wrapped", rooms.predict(hours));
      try (RoomsModel again = RoomsModel.load(file)) {
        found.put("wrapped and loaded", again.predict(hours));
      }
    }
    VectorStage stage =
        Networks.sequential("described").vector(3).then(Layers.gain(50).beyond(Gain.Beyond.ZERO));
    try (Network described = stage.compile(sgd(0.1), MEAN_SQUARED_ERROR)) {
      found.put("described", described.graph().node("gain").spec());
      found.put("described predicts", described.predict(VOLTAGES)[0]);
    }
    return found;
  }
}
