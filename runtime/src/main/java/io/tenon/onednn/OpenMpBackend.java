package io.tenon.onednn;

import com.google.auto.service.AutoService;
import org.nd4j.common.io.Resource;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Never a backend: ND4J asks each one that it finds before it loads a library, the first of all
 * this one. So {@link Natives#prepare} comes in time where a user makes arrays before any network.
 */
@AutoService(Nd4jBackend.class)
public final class OpenMpBackend extends Nd4jBackend {

  @Override
  public boolean isAvailable() {
    Natives.prepare();
    return false;
  }

  @Override
  public int getPriority() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean canRun() {
    return false;
  }

  @Override
  public boolean allowsOrder() {
    return false;
  }

  @Override
  public Resource getConfigurationResource() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Class<?> getNDArrayClass() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Environment getEnvironment() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String buildInfo() {
    return "";
  }

  @Override
  public void logBackendInit() {}
}
