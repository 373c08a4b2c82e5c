package org.evenhand.bench;

import org.evenhand.local.Layout;
import org.evenhand.local.Progress;

/** What every benchmark is given: where things are, what was asked for, where to speak. */
public record Workbench(Layout layout, Options options, Progress progress) {
  public void say(String sentence) {
    progress.say(sentence);
  }
}
