package cn.fupin.backbone.example;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import java.util.List;

enum JarDecider implements Decider<JarCommand, JarDecider.Jar, JarEvent> {
    INSTANCE;

    static final long FULL = 100;

    sealed interface Jar {
        record None() implements Jar {}

        record Placed(String region, long beans) implements Jar {}
    }

    @Override
    public Jar initial() {
        return new Jar.None();
    }

    @Override
    public List<JarEvent> decide(JarCommand command, Jar jar) {
        return switch (command) {
            case JarCommand.PlaceJar c -> {
                if (jar instanceof Jar.Placed) throw new Refused(JarReason.ALREADY_PLACED);
                if (c.label().equals("later")) throw new Refused(JarReason.LABEL_NOT_KNOWN_YET);
                yield List.of(
                        new JarEvent.JarPlaced(c.jarId(), c.region(), c.label(), c.placedOn()));
            }
            case JarCommand.AddBeans c -> {
                if (((Jar.Placed) jar).beans() + c.beans() > FULL)
                    throw new Refused(JarReason.JAR_FULL);
                yield List.of(new JarEvent.BeansAdded(c.jarId(), c.beans(), c.addedOn()));
            }
        };
    }

    @Override
    public Jar evolve(Jar jar, JarEvent event) {
        return switch (event) {
            case JarEvent.JarPlaced e -> new Jar.Placed(e.region(), 0);
            case JarEvent.BeansAdded e ->
                    new Jar.Placed(region(jar), ((Jar.Placed) jar).beans() + e.beans());
        };
    }

    @Override
    public String region(Jar jar) {
        return ((Jar.Placed) jar).region();
    }
}
