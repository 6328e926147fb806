package example;

import io.tenon.Model;

@Model(from = "sentiment.keras")
interface Sentiment {}
