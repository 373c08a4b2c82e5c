package org.evenhand.local.journey;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells a journey as it goes, and adds the name of the step to a failure. */
final class Story {
  private final Consumer<String> out;

  Story(Consumer<String> out) {
    this.out = out;
  }

  void chapter(String title) {
    out.accept("\n" + title + "\n" + "─".repeat(title.length()));
  }

  void tell(String sentence) {
    out.accept("    " + sentence);
  }

  void step(String sentence, Runnable action) {
    step(
        sentence,
        () -> {
          action.run();
          return true;
        });
  }

  /**
   * Prints the sentence once the action has succeeded.
   *
   * @throws StepFailed naming the step
   */
  <T> T step(String sentence, Supplier<T> action) {
    try {
      T result = action.get();
      out.accept("  ✓ " + sentence);
      return result;
    } catch (StepFailed e) {
      throw new StepFailed("Step “" + sentence + "” failed: " + e.sentence(), e);
    } catch (RuntimeException e) {
      throw new StepFailed("Step “" + sentence + "” failed: " + e, e);
    }
  }
}
