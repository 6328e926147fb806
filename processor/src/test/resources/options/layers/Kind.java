package layers;

public enum Kind {
  L1,
  L2
}
