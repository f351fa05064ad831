package io.github.easel.ui;

import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import io.github.easel.generation.Progress;
import io.github.easel.generation.StepDetail;

/** What the running generation of {@link FakeServices} does next. */
interface FakeMove {

  record Report(Progress progress) implements FakeMove {}

  record Look(Preview preview) implements FakeMove {}

  record Finish(PixelImage image) implements FakeMove {}

  record Fail(RuntimeException failure) implements FakeMove {}

  record Tell(StepDetail detail) implements FakeMove {}
}
