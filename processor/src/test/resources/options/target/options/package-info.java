@GenerateOptions("layers")
package options;

import io.tenon.layer.GenerateOptions;
