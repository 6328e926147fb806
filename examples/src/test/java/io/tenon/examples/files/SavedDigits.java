package io.tenon.examples.files;

import io.tenon.Model;

/** Reads a digit from its 64 pixels: javac takes the layers from the file. */
@Model(from = "/digits/digits.keras")
interface SavedDigits {}
