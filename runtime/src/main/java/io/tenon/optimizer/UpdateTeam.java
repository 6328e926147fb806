package io.tenon.optimizer;

import io.tenon.onednn.PartRunner;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads that share an update: blocks of most weights, and the rows of tables that are updated
 * late.
 */
final class UpdateTeam {
  /** Below so many weights, waking a thread takes longer than it saves. */
  private static final long WORTH_A_THREAD = 1 << 17;

  private final List<LateRows> late;
  private final List<Member> members = new ArrayList<>();
  private final PartRunner parts;
  private Job job = Job.STEP;
  private long steps;
  private int table;
  private int[] rows = new int[0];
  private int count;

  private enum Job {
    STEP,
    CATCH_UP_ROWS
  }

  /**
   * A team.
   *
   * @param blocks of what is updated at once
   * @param late the tables that are not
   * @param length how many weights there are in all
   */
  UpdateTeam(
      BlockWorker.Shared shared, List<BlockWorker.Block> blocks, List<LateRows> late, long length) {
    this.late = List.copyOf(late);
    int most = Math.min(Runtime.getRuntime().availableProcessors(), blocks.size());
    int threads = (int) Math.max(1, Math.min(most, length / WORTH_A_THREAD));
    for (int i = 0; i < threads; i++) {
      int from = (int) ((long) blocks.size() * i / threads);
      int to = (int) ((long) blocks.size() * (i + 1) / threads);
      Member member = new Member(new BlockWorker(shared, blocks.subList(from, to)));
      for (LateRows table : late) {
        member.tables.add(table.worker(i, threads));
      }
      members.add(member);
    }
    this.parts = new PartRunner(members);
  }

  private final class Member implements Runnable {
    private final BlockWorker blocks;
    private final List<LateRowWorker> tables = new ArrayList<>();

    Member(BlockWorker blocks) {
      this.blocks = blocks;
    }

    @Override
    public void run() {
      switch (job) {
        case STEP -> {
          blocks.run();
          for (int i = 0; i < tables.size(); i++) {
            tables.get(i).step(steps);
          }
        }
        case CATCH_UP_ROWS -> tables.get(table).catchUp(rows, count, steps);
      }
    }
  }

  /** Does a step, counted from 1. */
  void step(long step) {
    run(Job.STEP, step);
    for (int i = 0; i < late.size(); i++) {
      late.get(i).endStep();
    }
  }

  /** Brings rows of a table up to date after so many steps. */
  void catchUp(int tableIndex, int[] wanted, int number, long stepsDone) {
    table = tableIndex;
    rows = wanted;
    count = number;
    run(Job.CATCH_UP_ROWS, stepsDone);
  }

  /**
   * Brings all rows up to date after so many steps, on the calling thread alone: while it waited
   * for others of the pool, it could be given work that needs the rows too.
   */
  void catchUp(long stepsDone) {
    for (Member member : members) {
      member.tables.forEach(worker -> worker.catchUp(stepsDone));
    }
  }

  /** Takes all rows to be up to date after so many steps. */
  void begin(long stepsDone) {
    late.forEach(rowsOfTable -> rowsOfTable.begin(stepsDone));
  }

  private void run(Job next, long stepsDone) {
    job = next;
    steps = stepsDone;
    parts.run();
  }
}
