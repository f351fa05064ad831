package io.github.easel.task;

import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import java.util.function.Supplier;

/** Hears of one picture of a job and tells those who listen to the queue. */
record PictureReport(Job job, int index, JobListener listener, Supplier<PreviewWish> wishes)
    implements ProgressListener {

  @Override
  public void on(Progress progress) {
    job.progress(progress);
    listener.changed(job);
  }

  @Override
  public PreviewWish previews() {
    return wishes.get();
  }

  @Override
  public void onPreview(Preview preview) {
    listener.previewed(job, index, preview);
  }
}
