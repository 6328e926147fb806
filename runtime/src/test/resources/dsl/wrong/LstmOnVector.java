// error: cannot find symbol: method lstm(int)
import io.tenon.dsl.Networks;

class LstmOnVector {
  Object network() {
    return Networks.sequential("words").series(7, 8).flatten().lstm(32);
  }
}
