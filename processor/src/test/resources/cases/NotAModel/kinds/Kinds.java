package example;

import io.tenon.Model;
import io.tenon.Sequential;

final class Kinds {
  @Model enum AnEnum {}
  @Model record ARecord() {}
  @Model @interface AnAnnotation {}
  @Model static class AClass {}
  @Model private interface Hidden {}
  @Model @Sequential interface Both {}
}
