package io.tenon.examples.kotlin

import io.tenon.Model

/** Reads a digit from its 64 pixels: the layers are taken from the file while this is compiled. */
@Model(from = "/digits/digits.keras") interface SavedDigits
