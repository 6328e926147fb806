package io.tenon.examples.reviews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes reviews as text files, to have some: those in {@code bad} find fault, those in {@code
 * good} praise. A negation turns a word of praise into blame, so that counting words is not enough.
 */
final class ReviewFiles {
  private static final List<String> PLACES = List.of("餐厅", "酒店", "书店", "咖啡馆", "电影院");
  private static final List<String> ASPECTS = List.of("服务", "环境", "价格", "位置", "老板", "气氛");
  private static final List<String> DEGREES = List.of("很", "非常", "真的", "特别", "实在");
  private static final List<String> NEGATIONS = List.of("一点也不", "并不", "完全不");
  private static final List<String> PRAISE = List.of("满意", "舒服", "干净", "热情", "便宜", "友好", "漂亮");
  private static final List<String> BLAME = List.of("糟糕", "失望", "冷淡", "肮脏", "昂贵", "吵闹", "麻烦");
  private static final List<String> JOINTS = List.of("，而且", "，", "；", "，另外");

  private final SplittableRandom random;

  private ReviewFiles(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Writes so many of each class. */
  static void write(Path folder, int count, long seed) {
    ReviewFiles files = new ReviewFiles(seed);
    for (String name : List.of("bad", "good")) {
      try {
        Path ofClass = Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < count; i++) {
          Files.writeString(ofClass.resolve("%04d.txt".formatted(i)), files.review(name));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String review(String name) {
    boolean isGood = name.equals("good");
    StringBuilder review = new StringBuilder("这家").append(pick(PLACES)).append("的");
    int clauses = 1 + random.nextInt(3);
    for (int i = 0; i < clauses; i++) {
      review.append(i == 0 ? "" : pick(JOINTS)).append(pick(ASPECTS));
      if (random.nextInt(3) == 0) {
        review.append(pick(NEGATIONS)).append(pick(isGood ? BLAME : PRAISE));
      } else {
        review.append(pick(DEGREES)).append(pick(isGood ? PRAISE : BLAME));
      }
    }
    return review.append("。\n").toString();
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
