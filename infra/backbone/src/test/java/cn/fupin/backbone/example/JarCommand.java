package cn.fupin.backbone.example;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface JarCommand extends Command {
    String jarId();

    @Override
    default String streamId() {
        return jarId();
    }

    record Tag(String word) {
        public Tag {
            Check.text("word", word, 10);
        }
    }

    @Needs(permission = "example.place", region = Needs.Region.COMMAND)
    record PlaceJar(
            String jarId,
            String region,
            String label,
            LocalDate placedOn,
            @Nullable List<Tag> tags,
            @Nullable String secret,
            Instant receivedAt,
            String enteredBy)
            implements JarCommand {
        public PlaceJar {
            Check.id("jar", "jarId", jarId);
            Check.region("region", region);
            Check.text("label", label, 20);
        }
    }

    @Needs(permission = "example.add")
    record AddBeans(String jarId, long beans, LocalDate addedOn) implements JarCommand {
        public AddBeans {
            Check.range("beans", beans, 1, 1000);
        }
    }
}
