/** What is measured besides the loss, batch by batch. */
@NullMarked
package io.tenon.metric;

import org.jspecify.annotations.NullMarked;
