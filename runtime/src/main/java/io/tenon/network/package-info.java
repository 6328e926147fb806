@NullMarked
package io.tenon.network;

import org.jspecify.annotations.NullMarked;
