@GenerateOptions("io.tenon.layer")
package io.tenon.dsl;

import io.tenon.layer.GenerateOptions;
