package cn.fupin.project.delivery;

import cn.fupin.project.delivery.ProjectEvent.BeneficiariesNamed;
import cn.fupin.project.delivery.ProjectEvent.ProgressReported;
import cn.fupin.project.delivery.ProjectEvent.ProjectAccepted;
import cn.fupin.project.delivery.ProjectEvent.ProjectApproved;
import cn.fupin.project.delivery.ProjectEvent.ProjectContracted;
import cn.fupin.project.delivery.ProjectEvent.ProjectProposed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a project stands. */
sealed interface Project {
    record None() implements Project {}

    record Proposed(String region, LocalDate lastOn, @Nullable Long budgetFen) implements Begun {}

    record Approved(String region, LocalDate lastOn, boolean named, @Nullable Long budgetFen)
            implements InLibrary {
        @Override
        public Approved named(LocalDate on) {
            return new Approved(region, on, true, budgetFen);
        }
    }

    record Contracted(String region, LocalDate lastOn, boolean named, int percent)
            implements InLibrary {
        @Override
        public Contracted named(LocalDate on) {
            return new Contracted(region, on, true, percent);
        }
    }

    record Accepted(String region, LocalDate lastOn, boolean named) implements InLibrary {
        @Override
        public Accepted named(LocalDate on) {
            return new Accepted(region, on, true);
        }
    }

    /** A project there is; {@code lastOn} is the day of its last step. */
    sealed interface Begun extends Project {
        String region();

        LocalDate lastOn();
    }

    /** A project in the library; {@code named}: its beneficiaries are. */
    sealed interface InLibrary extends Begun {
        boolean named();

        InLibrary named(LocalDate on);
    }

    static Project evolve(Project state, ProjectEvent event) {
        return switch (event) {
            case ProjectProposed e -> new Proposed(e.region(), e.occurredOn(), e.budgetFen());
            case ProjectApproved e -> {
                var proposed = (Proposed) state;
                yield new Approved(proposed.region(), e.occurredOn(), false, proposed.budgetFen());
            }
            case ProjectContracted e -> {
                var approved = (Approved) state;
                yield new Contracted(approved.region(), e.occurredOn(), approved.named(), 0);
            }
            case ProgressReported e -> {
                var contracted = (Contracted) state;
                yield new Contracted(
                        contracted.region(), e.occurredOn(), contracted.named(), e.percent());
            }
            case ProjectAccepted e -> {
                var contracted = (Contracted) state;
                yield new Accepted(contracted.region(), e.occurredOn(), contracted.named());
            }
            case BeneficiariesNamed e -> ((InLibrary) state).named(e.occurredOn());
        };
    }
}
