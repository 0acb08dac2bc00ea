/** The model of a package -> the same package once more for each variant of its course, with another time for its exams. */
import { TIME_FACTORS } from '../../shared/exam-data.ts';
import type { PackageModel } from '../hand-over.ts';
import type { VariantSource } from '../source-format/exam.ts';

/** The package itself first. One without a timed exam has no variants: they would differ by nothing but their names. */
export function withVariants(model: PackageModel, variants: readonly VariantSource[]): readonly PackageModel[] {
  const isTimed = model.activities.some((activity) => activity.kind === 'exam' && activity.limitMinutes > 0);
  return isTimed ? [model, ...variants.map((variant) => buildVariant(model, variant))] : [model];
}

function buildVariant(model: PackageModel, { variant, title, 'time-factor': named }: VariantSource): PackageModel {
  const factor = TIME_FACTORS.find((known) => known === (named === 'untimed' ? 0 : named)) ?? 1;
  return {
    ...model,
    name: `${model.name}-${variant}`,
    variant,
    title: `${model.title} (${title ?? variant.replaceAll('-', ' ')})`,
    // The limit stays: reports tell it and the factor apart.
    activities: model.activities.map((activity) =>
      activity.kind === 'exam' && activity.limitMinutes > 0 ? { ...activity, factors: [factor] } : activity,
    ),
  };
}
