import { analyze } from '@/lib/analysis/analyze';
import { PUBLISHED_ACCURACIES } from '@/lib/document/templates/published-accuracy';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { isTemplateId } from '@/lib/core/template-id';

describe('published accuracies', () => {
  it.each(Object.entries(PUBLISHED_ACCURACIES))(
    'of %s stand beside the very network they were measured on',
    (id, published) => {
      if (!isTemplateId(id)) throw new Error(`there is no template ${id}`);
      // torchvision does not count the moving statistics of batch normalization among the parameters.
      expect(analyze(TEMPLATES[id].build(), null).totals.trainableParams).toBe(published.params);
      expect(published.top1).toBeGreaterThan(50);
      expect(published.source).toContain('torchvision');
    },
  );
});
