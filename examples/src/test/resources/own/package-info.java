@GenerateOptions("io.tenon.examples.own")
package own;

import io.tenon.layer.GenerateOptions;
