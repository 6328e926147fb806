// error: cannot find symbol: method conv1D(int,int)
import io.tenon.dsl.Networks;

class LastStateReadAsSeries {
  Object network() {
    return Networks.sequential("words").series(7, 8).lstm(32, lstm -> lstm.dropout(0.1)).conv1D(8, 3);
  }
}
