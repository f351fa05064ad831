package io.github.easel.cli;

import io.github.easel.app.AdapterService.AdapterSummary;
import io.github.easel.app.ModelService.FileReport;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.ModelSummary;

/** Writes to standard output what is known of models, for a person or for a program. */
interface ModelPrinter {

  /** One model of the list. */
  void print(ModelSummary model);

  /** One LoRA or embedding of the list. */
  void print(AdapterSummary adapter);

  /** What a file is that is no whole model. */
  void print(FileReport report);

  /** What a model's folder holds. */
  void print(ModelReport report);
}
