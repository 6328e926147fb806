package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential interface Nothing { }
@Sequential interface NothingSingle { @Input("4") Vector x(); }
@Model interface NothingOpen { @Dense(units = 3) Vector y(Vector x); }
