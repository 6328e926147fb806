package example;

import io.tenon.Model;

/** Two images, encoded alike and compared. */
@Model(from = "nested.json")
public interface Nested {}
