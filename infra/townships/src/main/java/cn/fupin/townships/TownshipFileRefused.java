package cn.fupin.townships;

import java.util.List;
import java.util.stream.Collectors;

/** A township file that may not be loaded: every problem with its place, and nothing was sent. */
public final class TownshipFileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public TownshipFileRefused(String file, List<Problem> problems) {
        super(
                problems.stream()
                        .map(p ->
                                file
                                        + ":"
                                        + p.line()
                                        + ":"
                                        + p.column()
                                        + ": "
                                        + p.zh()
                                        + " / "
                                        + p.en())
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "乡镇文件不合格,未发送任何内容 / the township file is refused, nothing was sent:\n",
                                        "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param pointer where in the document (RFC 6901), for programs
     */
    public record Problem(int line, int column, String pointer, String zh, String en) {}
}
