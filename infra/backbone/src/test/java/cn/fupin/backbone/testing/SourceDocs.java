package cn.fupin.backbone.testing;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the source says of a type: the comment above it, and what it says of each component. */
final class SourceDocs {
    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");
    private static final Pattern LINK = Pattern.compile("\\{@link (?:[^}]*[#.])?(\\w+)[^}]*}");

    /**
     * @param text all of it before the first tag; empty where there is no comment
     * @param components by name
     */
    record Doc(String text, Map<String, String> components) {
        private static final Doc NONE = new Doc("", Map.of());
    }

    private final List<Path> roots;
    private final Map<Class<?>, Map<String, Doc>> files = new HashMap<>();

    /**
     * @param roots where packages begin
     */
    SourceDocs(List<Path> roots) {
        this.roots = roots;
    }

    Doc of(Class<?> type) throws IOException {
        var outermost = type;
        while (outermost.getEnclosingClass() != null) outermost = outermost.getEnclosingClass();
        var docs = files.get(outermost);
        if (docs == null) {
            docs = read(outermost);
            files.put(outermost, docs);
        }
        return docs.getOrDefault(type.getSimpleName(), Doc.NONE);
    }

    private Map<String, Doc> read(Class<?> outermost) throws IOException {
        var source = source(outermost.getName().replace('.', '/') + ".java");
        return source == null ? Map.of() : parsed(source);
    }

    private @Nullable Path source(String name) {
        return roots.stream()
                .map(root -> root.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Doc> parsed(Path source) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var docs = new HashMap<String, Doc>();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    null,
                                    null,
                                    manager.getJavaFileObjects(source));
            var trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                        var comment = trees.getDocComment(getCurrentPath());
                        if (comment != null)
                            docs.put(type.getSimpleName().toString(), doc(comment));
                        return super.visitClass(type, nothing);
                    }
                }.scan(unit, null);
            }
        }
        return docs;
    }

    private static Doc doc(String comment) {
        var tags = TAG.matcher(comment);
        var text = comment;
        var components = new LinkedHashMap<String, String>();
        if (tags.find()) {
            text = comment.substring(0, tags.start());
            for (var block : comment.substring(tags.start()).split("(?m)^\\s*@", -1)) {
                var words = block.strip().split("\\s+", 3);
                if (words.length == 3 && words[0].equals("param")) {
                    components.put(words[1], plain(words[2]));
                }
            }
        }
        return new Doc(plain(text), components);
    }

    private static String plain(String text) {
        var code = CODE.matcher(text).replaceAll("`$1`");
        return LINK.matcher(code).replaceAll("$1").strip().replaceAll("\\s+", " ");
    }
}
