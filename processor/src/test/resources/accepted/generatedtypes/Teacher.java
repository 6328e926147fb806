package example;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

/** A model whose methods name the class that is generated for another. */
@Model
interface Teacher {
  @Input("4") Vector x();
  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2) Vector y(Vector x);

  /** What it teaches: a class that exists only after the first round. */
  default StudentModel student() {
    return StudentModel.builder().seed(1).build();
  }
}

@Sequential
interface Student {
  @Input("4") Vector x();
  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2) Vector y();
}
