package org.evenhand.bench;

import org.evenhand.local.Layout;
import org.evenhand.local.Progress;

/** What every benchmark gets: folders, options, and where to print. */
public record Workbench(Layout layout, Options options, Progress progress) {
  public void say(String sentence) {
    progress.say(sentence);
  }
}
