@GenerateOptions("io.tenon.processor.layers")
package ranked;

import io.tenon.layer.GenerateOptions;
