package example;

import io.tenon.Model;

@Model(from = "sentiment.json")
interface Sentiment {}
