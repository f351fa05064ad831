package io.github.easel.app.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding.Variation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GridPlanTest {

  private static <T> List<T> cells(Function<GenerationRequest, T> what, String... axes) {
    return Grids.plan(axes).cells().stream().map(GridCell::request).map(what).toList();
  }

  private static GridProblem problem(String... axes) {
    return catchThrowableOfType(GridProblem.class, () -> Grids.plan(axes).cells());
  }

  @Test
  void everyFieldReachesTheRequest() {
    assertThat(cells(r -> r.sampling().sampler(), "sampler=ddpm,DDIM"))
        .containsExactly(SamplerKind.DDPM, SamplerKind.DDIM);
    assertThat(cells(r -> r.sampling().schedule(), "schedule=karras,Automatic"))
        .containsExactly(ScheduleKind.KARRAS, ScheduleKind.MODEL);
    assertThat(
            cells(
                r -> r.sampling().sampler() + " " + r.sampling().schedule(),
                "sampler+schedule=DDPM Karras,DDIM,DDIM SGM Uniform"))
        .containsExactly("DDPM KARRAS", "DDIM MODEL", "DDIM TRAILING");
    assertThat(cells(r -> r.sampling().steps(), "steps=3,9")).containsExactly(3, 9);
    assertThat(cells(r -> r.sampling().guidanceScale(), "cfg=3,9.5")).containsExactly(3.0, 9.5);
    assertThat(cells(r -> r.sampling().eta().orElse(-1), "eta=0,0.5")).containsExactly(0.0, 0.5);
    assertThat(cells(GenerationRequest::seed, "seed=3,9")).containsExactly(3L, 9L);
    assertThat(cells(r -> r.seeding().stepSeedDelta(), "ensd=0,31337")).containsExactly(0L, 31337L);
    assertThat(cells(r -> r.seeding().random(), "random=CPU,NV"))
        .containsExactly(RandomKind.TORCH_CPU, RandomKind.TORCH_CUDA);
    assertThat(cells(r -> r.seeding().resizedFrom(), "seed-resize=32x48"))
        .containsExactly(Optional.of(new ImageSize(32, 48)));
    assertThat(cells(GenerationRequest::size, "size=32x48")).containsExactly(new ImageSize(32, 48));
    assertThat(cells(GenerationRequest::model, "model=a,b")).containsExactly("a", "b");
    assertThat(cells(r -> r.prompt().reading().clipSkip(), "clip skip=1-3"))
        .containsExactly(1, 2, 3);
    assertThat(cells(r -> r.prompt().reading().emphasis(), "emphasis=no norm,ignore"))
        .containsExactly(Emphasis.NO_NORM, Emphasis.IGNORE);
    assertThat(cells(r -> r.prompt().negative(), "negative=\"\",bright"))
        .containsExactly("", "bright");
  }

  @Test
  void variationsTakeEachOthersPart() {
    assertThat(
            cells(
                r -> r.seeding().variation().orElseThrow(),
                "variation-seed=1,2",
                "variation-strength=0.1,0.2"))
        .containsExactly(
            new Variation(1, 0.1),
            new Variation(2, 0.1),
            new Variation(1, 0.2),
            new Variation(2, 0.2));
    assertThat(cells(r -> r.seeding().variation().orElseThrow(), "Var. strength=0,0.2"))
        .containsExactly(new Variation(43, 0), new Variation(43, 0.2));
    assertThat(problem("variation-seed=1,2").kind()).isEqualTo(GridProblem.Kind.NO_STRENGTH);
  }

  @Test
  void wordsAreReplacedInBothPrompts() {
    assertThat(
            cells(
                r -> r.prompt().positive() + " / " + r.prompt().negative(),
                "prompt=cat,fox,\"\"",
                "prompt=red,green"))
        .containsExactly(
            "a red cat and a blue dog / dark cat",
            "a red fox and a blue dog / dark fox",
            "a red  and a blue dog / dark ",
            "a green cat and a blue dog / dark cat",
            "a green fox and a blue dog / dark fox",
            "a green  and a blue dog / dark ");
    assertThat(problem("prompt=bird,cat").details()).containsExactly("bird");
  }

  @Test
  void wordsChangeTheirOrder() {
    assertThat(cells(r -> r.prompt().positive(), "prompt-order=red cat,blue dog"))
        .containsExactly("a red cat and a blue dog", "a blue dog and a red cat");
    assertThat(cells(r -> r.prompt().positive(), "prompt-order=a,a"))
        .containsExactly("a red cat and a blue dog", "a red cat and a blue dog");
    assertThat(problem("prompt-order=cat,bird").kind()).isEqualTo(GridProblem.Kind.NOT_IN_PROMPT);
  }

  @Test
  void cellsAreInReadingOrder() {
    List<GridCell> cells = Grids.plan("steps=1,2", "seed=5,6", "size=16x16,24x24").cells();

    assertThat(cells).extracting(GridCell::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(cells)
        .extracting(c -> "" + c.x() + c.y() + c.z())
        .containsExactly("000", "100", "010", "110", "001", "101", "011", "111");
  }

  @Test
  void valuesOutOfRangeAreSaidBeforeAnythingIsDrawn() {
    assertThat(problem("steps=1,0")).hasMessageStartingWith("Steps 0: choose");
    assertThat(problem("steps=99999999999").kind()).isEqualTo(GridProblem.Kind.NO_NUMBER);
    assertThat(problem("eta=2")).hasMessageStartingWith("Eta 2.0");
    assertThat(problem("size=3x3")).hasMessageStartingWith("Size 3x3");
    assertThat(problem("sampler=Eulr").kind()).isEqualTo(GridProblem.Kind.UNKNOWN_VALUE);
    assertThat(problem("random=dice").details()).last().asString().contains("torch-cuda");
    assertThat(problem("steps=1", "steps=2").kind()).isEqualTo(GridProblem.Kind.TWICE);
    assertThat(problem("seed=1-200", "steps=1-100").details()).containsExactly("20000", "10000");
  }
}
