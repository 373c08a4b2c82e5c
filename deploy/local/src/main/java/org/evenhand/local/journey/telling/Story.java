package org.evenhand.local.journey.telling;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.evenhand.local.journey.api.StepFailed;

/** Tells a journey as it goes, and adds the name of the step to a failure. */
public final class Story {
  private final Consumer<String> out;

  public Story(Consumer<String> out) {
    this.out = out;
  }

  public void chapter(String title) {
    out.accept("\n" + title + "\n" + "─".repeat(title.length()));
  }

  public void tell(String sentence) {
    out.accept("    " + sentence);
  }

  public void step(String sentence, Runnable action) {
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
  public <T> T step(String sentence, Supplier<T> action) {
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
