/** The passengers of an airline, month by month, forecast by an LSTM. */
@NullMarked
package io.tenon.examples.passengers;

import org.jspecify.annotations.NullMarked;
